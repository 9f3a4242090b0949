import { Component, type ReactNode } from 'react'
import { noticeWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { copyText } from '../copyText.ts'
import css from './Notices.module.css'

interface Props {
  readonly link: () => string
  readonly children: ReactNode
}

/** A mistake of ours shows itself with the link that makes it again, instead of an empty page. */
export class ErrorBoundary extends Component<Props, { readonly message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) }
  }

  override render(): ReactNode {
    const { message } = this.state
    if (message === null) return this.props.children
    return (
      <main className={css.broken} role="alert">
        <p>{noticeWords.pageError}</p>
        <code>{message}</code>
        <Button onClick={() => copyText(this.props.link())}>{noticeWords.copyLink}</Button>
      </main>
    )
  }
}
