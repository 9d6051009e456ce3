import { Pipe, type PipeTransform } from '@angular/core';
import { t } from './t';
import type { Text, ValuesOf } from './text';

/** `{{ 'Reply' | t }}`, `{{ 'Delete {room}?' | t: { room: room.name } }}`: see `t`. */
@Pipe({ name: 't' })
export class Translate implements PipeTransform {
  transform<const S extends Text>(text: S, ...values: ValuesOf<S>): string {
    return t(text, ...values);
  }
}
