import { Component } from '@angular/core';
import { chooseLanguage, chosenLanguage } from '../../platform/language/chosen-language';
import { languageCodes, languages, type LanguageCode } from '../../platform/language/languages';
import { t } from '../../platform/language/t';
import { Translate } from '../../platform/language/translate';
import { Select, type SelectOption } from '../../platform/design/select';

/** The language of this device. Each language is listed under its own name, so that its speakers find it. */
@Component({
  selector: 'dcc-language-choice',
  imports: [Select, Translate],
  template: `
    <dcc-select
      [label]="'Language' | t"
      [options]="options"
      [value]="chosen"
      (valueChange)="choose($event)"
      [hint]="'The page reloads in that language. Drafts and unsent messages are kept.' | t"
    />
  `,
})
export class LanguageChoice {
  protected readonly options: readonly SelectOption<LanguageCode | ''>[] = [
    { value: '', text: t('Browser default') },
    ...languageCodes.map((code) => ({ value: code, text: languages[code].name, lang: code })),
  ];
  protected readonly chosen = chosenLanguage() ?? '';

  protected choose(code: LanguageCode | ''): void {
    chooseLanguage(code || null);
    location.reload();
  }
}
