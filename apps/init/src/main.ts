import { isStartRefusal, readEnvironment, refusedToStart } from '@devchitchat/service-kit';
import { initEnvironment } from './environment';
import { prepareVolumes } from './volumes.files';

// Makes what the containers need before they start, or completes it, and ends. Runs at every `docker compose up`.
try {
  await prepareVolumes(readEnvironment(initEnvironment, process.env));
} catch (error) {
  if (!isStartRefusal(error)) throw error;
  process.stderr.write(`init: ${error.message}\n`);
  process.exitCode = refusedToStart;
}
