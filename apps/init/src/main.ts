import { isStartRefusal, readEnvironment, refusedToStart } from '@devchitchat/service-kit';
import { initEnvironment } from './environment';
import { prepareVolumes } from './volumes.files';

// Creates or completes the files that the containers need before they start. Runs at every `docker compose up`.
try {
  await prepareVolumes(readEnvironment(initEnvironment, process.env));
} catch (error) {
  if (!isStartRefusal(error)) throw error;
  process.stderr.write(`init: ${error.message}\n`);
  process.exitCode = refusedToStart;
}
