import { Component } from '@angular/core';
import { chooseLanguage, chosenLanguage } from '../../platform/language/chosen-language';
import { languageCodes, languages } from '../../platform/language/languages';
import { Translate } from '../../platform/language/translate';

/** The language of this device. Each language is listed under its own name, so that its speakers find it. */
@Component({
  selector: 'dcc-language-choice',
  imports: [Translate],
  template: `
    <div class="field">
      <label for="language">{{ 'Language' | t }}</label>
      <select id="language" aria-describedby="language-note" (change)="choose($any($event.target).value)">
        <option value="" [selected]="chosen === null">{{ 'Browser default' | t }}</option>
        @for (code of codes; track code) {
          <option [value]="code" [attr.lang]="code" [selected]="chosen === code">{{ languages[code].name }}</option>
        }
      </select>
      <p id="language-note" class="note">
        {{ 'The page reloads in that language. Drafts and unsent messages are kept.' | t }}
      </p>
    </div>
  `,
})
export class LanguageChoice {
  protected readonly languages = languages;
  protected readonly codes = languageCodes;
  protected readonly chosen = chosenLanguage();

  protected choose(value: string): void {
    chooseLanguage(languageCodes.find((code) => code === value) ?? null);
    location.reload();
  }
}
