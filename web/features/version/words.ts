export const words = {
  waits: 'A new version of Attune is ready.',
  take: 'Use it now',
  heldUp:
    'A session in another tab is not over or not yet saved. The new version waits for it; try again then.',
} as const;
