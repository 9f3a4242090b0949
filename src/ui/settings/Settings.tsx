import type { ReactNode } from 'react'
import type { PresetId, SettingsPanel } from '../../app/index.ts'
import { settingWords, shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useApp, useLab } from '../useApp.ts'
import { Application } from './Application.tsx'
import { Code } from './Code.tsx'
import { Contract } from './Contract.tsx'
import { KeyRow } from './KeyRow.tsx'
import { Processor } from './Processor.tsx'
import { ProducerSettings } from './ProducerSettings.tsx'
import { Reader } from './Reader.tsx'
import { Search } from './Search.tsx'
import css from './Settings.module.css'
import { TopicSettings } from './TopicSettings.tsx'

export const SETTINGS_ID = 'settings'

/** A column where there is room, else a drawer: the same element, shown by the browser's own popover. */
export function Settings({ drawer }: { drawer: boolean }) {
  const panel = useApp((state, select) => select.settings(state))
  return (
    <aside
      id={SETTINGS_ID}
      className={css.settings}
      aria-label={shellWords.settings}
      {...(drawer ? { popover: 'auto' } : {})}
    >
      {drawer ? (
        <div className={css.drawerHead}>
          <h2>{shellWords.settings}</h2>
          <Button
            look="quiet"
            icon="cross"
            aria-label={shellWords.close}
            popoverTarget={SETTINGS_ID}
            popoverTargetAction="hide"
          />
        </div>
      ) : null}
      <PanelOf panel={panel} />
    </aside>
  )
}

export function PanelOf({ panel }: { panel: SettingsPanel }) {
  const { actions } = useLab()
  return (
    <Search>
      <Group title={settingWords.contract}>
        <Contract
          presets={panel.presets}
          changedFrom={panel.changedFrom}
          onChoose={(id: PresetId) => actions.choosePreset(id)}
        />
      </Group>
      <Group title={settingWords.producer}>
        <ProducerSettings panel={panel} />
      </Group>
      <Group title={settingWords.topic}>
        <TopicSettings topic={panel.topic} />
      </Group>
      {panel.brokers.length > 0 ? (
        <Group title={settingWords.owners.broker}>
          {panel.brokers.map((row) => (
            <KeyRow key={row.key} row={row} />
          ))}
        </Group>
      ) : null}
      <Group title={settingWords.application}>
        <Application application={panel.application} />
      </Group>
      <Group title={settingWords.consumer}>
        <Reader reader={panel.reader} />
      </Group>
      {panel.reader ? (
        <Group title={settingWords.processor}>
          <Processor reader={panel.reader} />
        </Group>
      ) : null}
      {panel.code.length > 0 ? <Code lines={panel.code} /> : null}
    </Search>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.group}>
      <h2 className={css.groupTitle}>{title}</h2>
      {children}
    </section>
  )
}
