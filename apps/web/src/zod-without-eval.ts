import { config } from 'zod/v4/core';

// Zod compiles its checks with `new Function` if the page allows it, and tests that when the first schema is created. The
// content security policy blocks and reports the attempt, so this file is loaded first, as a polyfill.
config({ jitless: true });
