export { health, serviceHeartbeat, type Health, type Heartbeat } from './notices';
