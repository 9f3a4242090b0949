/** One 24 grid, 2 px round stroke; transport icons are filled (ux.md section 3). */
const paths = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M7 5h3.6v14H7zM13.4 5H17v14h-3.6z',
  next: 'M6 5l8 7-8 7zM16 5h2.4v14H16z',
  previous: 'M18 5l-8 7 8 7zM5.6 5H8v14H5.6z',
  start: 'M19 5l-9 7 9 7zM5 5h2.4v14H5z',
  end: 'M5 5l9 7-9 7zM16.6 5H19v14h-2.4z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  share:
    'M8 12l8-5M8 12l8 5M8 12m-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M18 6m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M18 18m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0',
  chevron: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  undo: 'M9 7L4 12l5 5M4 12h10a6 6 0 0 1 0 12',
  redo: 'M15 7l5 5-5 5M20 12H10a6 6 0 0 0 0 12',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 10v9',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  half: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17M12 3.5v17M12 8l6.5-1.5M12 12h8.5M12 16l6.5 1.5',
  sliders: 'M4 7h9M17 7h3M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 17h3M11 17h9M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0',
  keys: 'M3 6h18v12H3zM7 10h.01M12 10h.01M17 10h.01M8 14h8',
  eye: 'M2.5 12c2.6-4.4 5.7-6.5 9.5-6.5s6.9 2.1 9.5 6.5c-2.6 4.4-5.7 6.5-9.5 6.5S5.1 16.4 2.5 12M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6',
  eyeShut: 'M2.5 12s3.5-6.5 9.5-6.5 9.5 6.5 9.5 6.5-3.5 6.5-9.5 6.5S2.5 12 2.5 12M4 20L20 4',
  book: 'M12 7c-2-1.6-4.6-2-8-2v13c3.4 0 6 .4 8 2c2-1.6 4.6-2 8-2V5c-3.4 0-6 .4-8 2zM12 7v13',
  bolt: 'M13 3L5 14h6l-1 7 9-12h-6z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 16, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke={filled ? 'none' : 'currentColor'}
      strokeWidth={2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
