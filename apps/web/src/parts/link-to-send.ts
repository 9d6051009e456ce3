import { Component, computed, input } from '@angular/core';
import { linkAt } from '../client/links/app-link';
import { linkAddressFor } from '../client/links/link-address';
import { CopyLink } from '../platform/design/copy-link';
import { QrCode } from '../platform/design/qr-code';
import { Translate } from '../platform/language/translate';

/** A link for other people: with the address that they can open, as text and QR code, or why they cannot. */
@Component({
  selector: 'dcc-link-to-send',
  imports: [CopyLink, QrCode, Translate],
  template: `
    @if (shown(); as link) {
      <dcc-copy-link [label]="label()" [href]="link.href" />
      @switch (link.reach) {
        @case ('this-computer') {
          <div class="notice problem" role="status">
            <div>
              <p>
                <b>{{ 'This link opens only on this computer.' | t }}</b>
                @if (link.obstacle === 'loopback') {
                  {{
                    'The server accepts no other devices. To let in others on your network, start it with HOST=0.0.0.0, or with TLS=local so that calls work too. If it has a public address, set PUBLIC_URL. The README explains how.'
                      | t
                  }}
                } @else if (link.alternatives.length === 0) {
                  {{
                    'The server can’t know by which address others reach it. Open this page by that address, such as http://192.168.1.20:8080, and create the link there. Or set PUBLIC_URL, as the README explains.'
                      | t
                  }}
                } @else {
                  {{ 'Open this page by an address that others reach too, and create the link there:' | t }}
                }
              </p>
              @if (link.alternatives.length > 0) {
                <ul>
                  @for (origin of link.alternatives; track origin) {
                    <li>
                      <a [href]="origin" target="_blank" rel="noopener">{{ origin }}</a>
                    </li>
                  }
                </ul>
              }
              <p>
                {{
                  'At a new address everyone signs in again, you too. If you have no password yet, set one first:' | t
                }}
                <a href="#/settings" target="_blank" rel="noopener">{{ 'Settings' | t }}</a>
              </p>
            </div>
          </div>
        }
        @default {
          <div class="scan">
            <dcc-qr-code [text]="link.href" [label]="'QR code of the link' | t" />
            <p class="note">
              {{ 'Scan it with a phone’s camera.' | t }}
              @if (link.reach === 'network') {
                {{ 'It works for devices in the same network.' | t }}
              }
            </p>
          </div>
        }
      }
    }
  `,
})
export class LinkToSend {
  /** The link, at any address of this server. */
  readonly href = input.required<string>();
  readonly label = input.required<string>();
  private readonly address = linkAddressFor(() => this.href());
  protected readonly shown = computed(() => {
    const address = this.address.value();
    return address && { ...address, href: linkAt(address.origin, this.href()) };
  });
}
