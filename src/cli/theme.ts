/** The command line draws with the page's own colours. */
export { themeOf } from '../ui/theme/svgTheme.ts'
