import { coverPage } from './covers';

/**
 * Opens a dialog over the page: focus stays inside, the page behind is inert. Returns a function that closes it and
 * returns the focus, unless another element has taken it meanwhile.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  const uncover = coverPage(() => dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
  return () => {
    uncover();
    dialog.close();
    // A dialog removed from the page before it is closed does not return the focus.
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
  };
}
