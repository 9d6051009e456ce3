import { coverPage } from './covers';

/**
 * Opens a dialog over the page: focus stays inside, the page behind is inert. Returns a function that closes it and
 * returns the focus, unless another element has taken it meanwhile.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  // The actions of a message are on the page only while it has the focus, which the dialog takes.
  const message = before?.closest('article') ?? null;
  dialog.showModal();
  const uncover = coverPage(() => dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
  return () => {
    uncover();
    dialog.close();
    // A dialog removed from the page before it is closed does not return the focus.
    const to = before?.isConnected ? before : message;
    if (document.activeElement === document.body && to instanceof HTMLElement) to.focus();
  };
}
