import { coverPage } from './covers';

/**
 * Opens a dialog over the page: focus stays inside, the page behind is inert. Returns a function that closes it and
 * returns the focus, unless another element has taken it meanwhile.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  // Takes the focus if that element is gone by then, as actions that are shown only while their row has the focus.
  const around = before?.parentElement?.closest('[tabindex]') ?? null;
  dialog.showModal();
  const uncover = coverPage(() => dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
  return () => {
    uncover();
    dialog.close();
    // A dialog removed from the page before it is closed does not return the focus.
    const to = before?.isConnected ? before : around;
    if (document.activeElement === document.body && to instanceof HTMLElement) to.focus();
  };
}
