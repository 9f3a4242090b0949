/** The menu of stories, the question before one, and the bar of its steps. */
export const storyUiWords = {
  button: 'Stories',
  menu: 'Stories: ready runs, each with one question first',
  all: 'All stories',
  /** Where a first visit may begin, by their titles: they stand on the first page, before the stories are brought. */
  begin: [
    { id: 'no-answer-ack-lost', title: 'A lost ack' },
    { id: 'lost-ack-without-idempotence', title: 'Two copies' },
    { id: 'refused-once', title: 'Refused for a gap' },
  ],
  steps: (count: number): string => `${count} steps`,
  seen: 'seen',
  here: 'open now',
  ask: 'Before you press play',
  hidden: 'The rest of the run stays hidden until you choose.',
  showAnyway: 'Show it anyway',
  answer: 'Answer',
  /** Where time is asked to move on while the question stands. */
  first: 'Answer the question first, or show the run anyway.',
  pending: 'predict first',
  bar: (title: string): string => `Steps of the story ${title}`,
  previous: 'Previous',
  next: 'Next',
  place: (nth: number, count: number): string => (nth === 0 ? `${count} steps` : `${nth} of ${count}`),
  /** `name` is null: it is hidden with what lies ahead. */
  stepNamed: (nth: number, name: string | null): string => (name === null ? `Step ${nth}` : `Step ${nth}: ${name}`),
  leave: 'Leave the story',
  changed: (title: string): string => `Changed from “${title}”`,
  back: 'Back to the story',
  nextStory: (title: string): string => `Next story: ${title}`,
  outcome: 'What came out',
  dismiss: 'Put this away',
} as const

/** A choice in the middle of a sentence: `Two` becomes `two`; names of records keep their capitals. */
const inside = (choice: string): string => choice.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())

/** “You said two.” */
export const sayGuess = (choice: string): string => `You said ${inside(choice)}.`

/** “You said two. It was one.”; without an answer only what it was. */
export const sayOutcome = (guess: string | null, right: string): string =>
  guess === null
    ? `It was ${inside(right)}.`
    : guess === right
      ? `You said ${inside(guess)}. So it was.`
      : `${sayGuess(guess)} It was ${inside(right)}.`
