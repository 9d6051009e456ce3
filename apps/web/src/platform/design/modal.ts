/**
 * Opens a dialog over the page: focus stays inside, what is behind is inert. What is returned closes it and gives the focus
 * back to where it was, unless somebody has taken it meanwhile.
 */
export function openModal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    dialog.close();
    // A dialog that was taken out of the page before it is closed gives nothing back by itself.
    if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
  };
}
