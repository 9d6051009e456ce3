import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import type { Message } from '@devchitchat/contracts';
import { serviceWorkerRegistration, systemNotifications } from '../../platform/browser/capabilities';

/** Shows notifications of the operating system; a click opens the message. */
@Injectable({ providedIn: 'root' })
export class SystemNotice {
  private readonly router = inject(Router);

  async show({ roomId, seq }: Pick<Message, 'roomId' | 'seq'>, title: string, body: string): Promise<void> {
    const Shown = systemNotifications();
    // One per room: the next one replaces it, from any tab.
    const options = { body, icon: 'icon-192.png', tag: roomId };
    let notification: Notification;
    try {
      if (!Shown) return;
      notification = new Shown(title, options);
    } catch {
      // Android allows them only to the page's service worker.
      await (await serviceWorkerRegistration())?.showNotification(title, options);
      return;
    }
    notification.onclick = () => {
      window.focus();
      void this.router.navigate(['/room', roomId], { queryParams: { at: seq } });
      notification.close();
    };
  }
}
