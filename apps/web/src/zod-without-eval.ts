import { config } from 'zod/v4/core';

// Zod compiles its checks with `new Function` where it may, and looks whether it may when the first schema is made. The
// content security policy says no and reports the attempt. So this is loaded before everything else, as a polyfill is.
config({ jitless: true });
