export interface FillableScreen {
  filled(): Element | null;
  restore(): void;
}

/** Gives the page of a spec a browser that can fill the screen. */
export function fillableScreen(): FillableScreen {
  let filled: Element | null = null;
  const fill = (element: Element | null) => {
    filled = element;
    document.dispatchEvent(new Event('fullscreenchange'));
    return Promise.resolve();
  };
  Object.defineProperties(document, {
    fullscreenEnabled: { value: true, configurable: true },
    fullscreenElement: { get: () => filled, configurable: true },
    exitFullscreen: { value: () => fill(null), configurable: true },
  });
  Object.defineProperty(HTMLElement.prototype, 'requestFullscreen', {
    value(this: Element) {
      return fill(this);
    },
    configurable: true,
  });
  return {
    filled: () => filled,
    restore() {
      for (const name of ['fullscreenEnabled', 'fullscreenElement', 'exitFullscreen'])
        Reflect.deleteProperty(document, name);
      Reflect.deleteProperty(HTMLElement.prototype, 'requestFullscreen');
    },
  };
}
