/**
 * Styles are written in px at the usual text size; the page gets them in rem, so that whoever asks the browser for larger
 * text gets larger rows, controls and panels with it, and nothing is clipped. Hairlines stay hairlines. The timeline is
 * left out: a picture is enlarged as a whole (`ui/stage`).
 */
export const remStyles = () => ({
  postcssPlugin: 'rem-styles',
  Declaration(declaration) {
    if (isPicture(declaration) || isStroke(declaration.prop)) return
    const value = toRem(declaration.value)
    if (value !== declaration.value) declaration.value = value
  },
  AtRule(rule) {
    if (rule.name !== 'media' && rule.name !== 'container') return
    const params = toRem(rule.params)
    if (params !== rule.params) rule.params = params
  },
})

const USUAL = 16
const HAIRLINE = 3

const toRem = (text) =>
  text.replace(/(?<![\w#.-])(-?\d*\.?\d+)px\b/g, (px, number) =>
    Math.abs(Number(number)) < HAIRLINE ? px : `${Number(number) / USUAL}rem`,
  )

const isStroke = (property) => /^(border(?!-(.*-)?radius)|outline|box-shadow|stroke|text-underline)/.test(property)
const isPicture = (node) => /\/ui\/timeline\//.test(node.source?.input.file ?? '')
