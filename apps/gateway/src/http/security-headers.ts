import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Content security policy. Everything comes from this server and nothing is inline: the web app keeps its styles in files,
 * because a nonce would have to differ in every answer and the service worker stores one `index.html` for all.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
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

/** Lets a page also ask the HTTPS listener whether the browser trusts it. Policies cannot name IPv6 addresses. */
export function permitAsking(response: ServerResponse, origin: string): void {
  const source = origin.includes('[') ? 'https:' : origin;
  const policy = contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${source}`);
  response.setHeader('Content-Security-Policy', policy);
}

/** Express middleware that adds security headers to every answer. */
export function sendSecurityHeaders(_request: IncomingMessage, response: ServerResponse, next: () => void): void {
  response.setHeaders(securityHeaders);
  next();
}
