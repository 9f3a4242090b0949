import type { ComponentPropsWithRef } from 'react'
import { classes } from './classes.ts'
import css from './controls.module.css'
import { Icon, type IconName } from './Icon.tsx'

type Look = 'plain' | 'quiet' | 'link'

interface Props extends ComponentPropsWithRef<'button'> {
  readonly look?: Look
  readonly icon?: IconName
}

export function Button({ look = 'plain', icon, children, className, ...rest }: Props) {
  const bare = children === undefined || children === null
  const looks = look === 'link' ? css.link : classes(css.button, look === 'quiet' && css.quiet, bare && css.icon)
  return (
    <button type="button" {...rest} className={classes(looks, className)}>
      {icon ? <Icon name={icon} size={bare ? 18 : 16} /> : null}
      {children}
    </button>
  )
}
