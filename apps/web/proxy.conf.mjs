/** What the development server leaves to the gateway. `npm run dev` tells where it listens. */
const target = process.env.GATEWAY_URL ?? 'http://127.0.0.1:8080';

export default {
  '/api': { target },
  '/health': { target },
  '/metrics': { target },
  '/socket.io': { target, ws: true },
};
