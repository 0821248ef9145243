/** Names of the two ways between window and machine; the preload uses the same words. */
export const callChannel = 'pressmark:call'
export const eventChannel = 'pressmark:event'
