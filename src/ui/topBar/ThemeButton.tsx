import type { ThemeChoice } from '../../app/index.ts'
import { shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import type { IconName } from '../controls/Icon.tsx'
import { useApp, useLab } from '../useApp.ts'

const order: readonly ThemeChoice[] = ['auto', 'light', 'dark']
const icons: Readonly<Record<ThemeChoice, IconName>> = { auto: 'half', light: 'sun', dark: 'moon' }

/** One button goes round: as the system, light, dark. */
export function ThemeButton() {
  const { actions } = useLab()
  const theme = useApp((state) => state.theme)
  const next = order[(order.indexOf(theme) + 1) % order.length] ?? 'auto'
  const label = shellWords.themeIs(shellWords.theme[theme])
  return (
    <Button look="quiet" icon={icons[theme]} aria-label={label} title={label} onClick={() => actions.setTheme(next)} />
  )
}
