/** Styles of the CA page in addition to the web app's, using its tokens. */
export const caStyle = `
html[data-checking] .ca {
  visibility: hidden;
}
.ca {
  align-content: start;
  width: min(640px, 100%);
  padding-block: clamp(28px, 9dvh, 88px) 72px;
}
.ca h2 {
  margin-top: var(--space-5);
  font-size: var(--text-l);
  font-weight: 660;
  letter-spacing: -0.012em;
}
.ca .actions {
  gap: var(--space-3);
}
.ca .actions a {
  min-height: 46px;
  padding-inline: var(--space-5);
  font-size: var(--text-m);
}
.ca details {
  border: 1px solid var(--line);
  border-radius: var(--radius-m);
  background: var(--panel);
}
.ca details + details {
  margin-top: var(--space-2);
}
.ca summary {
  display: flex;
  align-items: center;
  gap: var(--space-3);
  min-height: 48px;
  padding: var(--space-2) var(--space-4);
  border-radius: var(--radius-m);
  font-weight: 600;
  cursor: pointer;
  list-style: none;
}
.ca summary::-webkit-details-marker {
  display: none;
}
.ca summary::after {
  width: 8px;
  height: 8px;
  margin: -4px 2px 0 auto;
  border: solid var(--muted);
  border-width: 0 2px 2px 0;
  transform: rotate(45deg);
  content: '';
}
.ca details[open] summary::after {
  margin-top: 4px;
  transform: rotate(-135deg);
}
.ca summary small {
  padding: 2px 9px;
  border-radius: var(--radius-full);
  background: var(--accent-wash);
  color: var(--accent);
  font-weight: 600;
  white-space: nowrap;
}
.ca ol {
  display: grid;
  gap: var(--space-3);
  margin: 0;
  padding: var(--space-1) var(--space-4) var(--space-4);
  counter-reset: step;
  list-style: none;
}
.ca li {
  position: relative;
  padding-left: 38px;
  color: var(--soft);
  counter-increment: step;
}
.ca li::before {
  position: absolute;
  top: -1px;
  left: 0;
  display: grid;
  place-items: center;
  width: 25px;
  height: 25px;
  border-radius: 50%;
  background: var(--hover);
  color: var(--text);
  font-size: var(--text-xs);
  font-weight: 650;
  content: counter(step);
}
.ca li b,
.ca p b {
  color: var(--text);
  font-weight: 620;
}
.ca .aside {
  margin: 0 var(--space-4) var(--space-4);
  padding-left: 38px;
  color: var(--muted);
  font-size: var(--text-s);
}
.ca code {
  padding: 2px 6px;
  border-radius: 6px;
  background: var(--hover);
  font: 400 0.86em/1.5 var(--mono);
  overflow-wrap: anywhere;
}
.ca .card {
  display: grid;
  gap: var(--space-3);
  padding: var(--space-4);
  border: 1px solid var(--line);
  border-radius: var(--radius-m);
  background: var(--panel);
  color: var(--soft);
}
.ca .phone {
  grid-template-columns: 132px 1fr;
  align-items: center;
  gap: var(--space-5);
}
.ca .qr {
  display: block;
  width: 132px;
  border-radius: var(--radius-s);
}
.ca dl {
  display: grid;
  gap: var(--space-2);
  margin: 0;
}
.ca dt {
  color: var(--muted);
  font-size: var(--text-xs);
  font-weight: 600;
}
.ca dd {
  margin: 0;
  color: var(--text);
  font: 400 var(--text-s) / 1.6 var(--mono);
  font-variant-ligatures: none;
  overflow-wrap: anywhere;
}
.ca dd span {
  display: inline-block;
  margin-right: 0.6ch;
}
.ca ul {
  display: grid;
  gap: var(--space-2);
  padding-left: 18px;
  color: var(--soft);
  list-style: disc;
}
.ca ul li {
  padding: 0;
}
.ca ul li::before {
  content: none;
}
@media (max-width: 480px) {
  .ca .actions a {
    flex: 1 1 100%;
  }
  .ca .phone {
    display: none;
  }
}
`;
