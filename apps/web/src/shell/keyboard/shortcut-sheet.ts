import { Component, output } from '@angular/core';
import { Translate } from '../../platform/language/translate';
import { Dialog } from '../../platform/design/dialog';
import { keyName } from '../../platform/design/key-name';
import { sheet } from './shortcut-lines';

/** Lists all keyboard shortcuts. */
@Component({
  selector: 'dcc-shortcut-sheet',
  imports: [Dialog, Translate],
  template: `
    <dcc-dialog [heading]="'Keyboard shortcuts' | t" (closed)="closed.emit()">
      @for (part of sheet; track part.heading) {
        <h3>{{ part.heading | t }}</h3>
        <dl class="shortcuts">
          @for (line of part.lines; track line.does) {
            <div>
              <dt>{{ line.does | t }}</dt>
              <dd>
                @for (key of line.keys; track key) {
                  <kbd>{{ keyName(key) }}</kbd>
                }
              </dd>
            </div>
          }
        </dl>
      }
    </dcc-dialog>
  `,
})
export class ShortcutSheet {
  readonly closed = output();
  protected readonly sheet = sheet;
  protected readonly keyName = keyName;
}
