/** px on the screen for each px of the picture: it is enlarged as a whole where text is (`stage/enlarged.ts`). */
export const enlargementOf = (element: Element | null): number => {
  const root = element?.closest<HTMLElement>('[data-px-per-ms]') ?? null
  return root === null || root.offsetWidth === 0 ? 1 : root.getBoundingClientRect().width / root.offsetWidth
}
