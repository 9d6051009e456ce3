/** The floors of the web app, from the lowest to the highest. Each may import itself and those before it. */
export const floors = ['platform', 'client', 'parts', 'features', 'shell'];
