import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * What a page of ours may do. Everything comes from this server and nothing from anywhere else.
 *
 * Styles may be inline because Angular puts each component's into a `<style>` element of its own. A nonce would have to
 * differ in every answer, and the service worker keeps one `index.html` for all. Scripts may never be inline.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = new Headers({
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
});

/** Express middleware: with every answer, whoever gives it. */
export function sendSecurityHeaders(_request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeaders(securityHeaders);
  next();
}
