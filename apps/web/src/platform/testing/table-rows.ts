import { pageDocument } from './dom';

/** The texts of the cells of each row below the heading of the only table on the page. */
export const tableRows = (): readonly (readonly string[])[] =>
  [...pageDocument.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim().replaceAll(/\s+/g, ' ')),
  );
