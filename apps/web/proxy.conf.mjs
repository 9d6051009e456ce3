/** Requests that the development server passes on to the gateway. `npm run dev` sets its address. */
const target = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default {
  '/api': { target },
  '/health': { target },
  '/metrics': { target },
  '/socket.io': { target, ws: true },
};
