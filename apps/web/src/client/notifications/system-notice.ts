import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Message } from '@devchitchat/contracts';
import { serviceWorkerRegistration, systemNotifications } from '../../platform/browser/capabilities';

/** Shows notifications of the operating system; a click opens the message. */
@Injectable({ providedIn: 'root' })
export class SystemNotice {
  private readonly router = inject(Router);

  /** Resolves to whether it is shown. */
  async show({ roomId, seq }: Pick<Message, 'roomId' | 'seq'>, title: string, body: string): Promise<boolean> {
    // One per room: the next one replaces it, from any tab.
    const options = { body, icon: 'icon-192.png', tag: roomId };
    return (
      (await this.byWorker(title, options, `#/room/${roomId}?at=${String(seq)}`)) || this.byPage(title, options, seq)
    );
  }

  /** Shows one that leads nowhere in particular, after a click in the settings. */
  async test(title: string, body: string): Promise<boolean> {
    const options = { body, icon: 'icon-192.png', tag: 'test' };
    return (await this.byWorker(title, options, '#/settings')) || this.byPage(title, options, null);
  }

  /** Android allows notifications only to the service worker, which opens `url` after a click, also without a page. */
  private async byWorker(title: string, options: NotificationOptions, url: string): Promise<boolean> {
    const worker = await serviceWorkerRegistration();
    if (!worker?.active || !systemNotifications()) return false;
    const data = { onActionClick: { default: { operation: 'navigateLastFocusedOrOpen', url } } };
    return worker.showNotification(title, { ...options, data }).then(
      () => true,
      () => false,
    );
  }

  private byPage(title: string, options: NotificationOptions, seq: number | null): boolean {
    const Shown = systemNotifications();
    if (!Shown) return false;
    try {
      const notification = new Shown(title, options);
      notification.onclick = () => {
        window.focus();
        if (seq !== null) void this.router.navigate(['/room', options.tag], { queryParams: { at: seq } });
        notification.close();
      };
      return true;
    } catch {
      return false;
    }
  }
}
