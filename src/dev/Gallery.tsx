import { useEffect, useRef, useState } from 'react'
import { stories, type Story } from '../stories/index.ts'
import { keyOf } from '../timeline/index.ts'
import { devWords } from '../words/en/uiDev.ts'
import { type Drawn, drawn } from './drawn.ts'
import css from './Gallery.module.css'
import { Picture } from './Picture.tsx'
import { type GalleryWish, wishOf } from './wish.ts'

/** Every story at every beat, light and dark, on one page. */
export function Gallery() {
  const [wish] = useState(() => wishOf(window.location.search))
  const shown = stories.filter(({ id }) => wish.story === null || id === wish.story)
  return (
    <main className={css.gallery}>
      <h1>{devWords.title(shown.length)}</h1>
      {shown.length === 0 ? <p role="alert">{devWords.noStory(wish.story ?? '')}</p> : null}
      {shown.map((story) => (
        <StoryRows key={story.id} story={story} wish={wish} />
      ))}
    </main>
  )
}

/** Drawn when it comes near: all at once would be minutes before the first picture. */
function StoryRows({ story, wish }: { story: Story; wish: GalleryWish }) {
  const place = useRef<HTMLElement>(null)
  const [pictures, setPictures] = useState<readonly Drawn[] | null>(null)
  useEffect(() => {
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setPictures((known) => known ?? drawn(story, wish))
      },
      { rootMargin: '600px' },
    )
    if (place.current) near.observe(place.current)
    return () => near.disconnect()
  }, [story, wish])
  return (
    <section
      ref={place}
      className={css.story}
      aria-label={story.title}
      data-story={story.id}
      aria-busy={pictures === null}
    >
      <h2>{story.title}</h2>
      <p className={css.id}>{story.id}</p>
      <ol>
        {pictures?.map(({ cursor, caption, pictures }) => (
          <li key={keyOf(cursor)} className={css.beat}>
            <h3>{devWords.beat(cursor.at)}</h3>
            <p>{caption}</p>
            <Picture svg={pictures.light} label={devWords.picture(story.title, cursor.at, 'light')} />
            <Picture svg={pictures.dark} label={devWords.picture(story.title, cursor.at, 'dark')} />
          </li>
        ))}
      </ol>
    </section>
  )
}
