/** What the eye makes of a colour: contrast by WCAG 2, distance in OKLab, and what is left of both without one kind of cone. */
export type Rgb = readonly [number, number, number]

const decode = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

/** `#0F4FA8` as linear light, 0 to 1. */
const linear = (hex: string): Rgb => {
  const at = (start: number): number => decode(Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  return [at(1), at(3), at(5)]
}

const luminance = ([red, green, blue]: Rgb): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

export const contrast = (one: string, other: string): number => {
  const [a, b] = [luminance(linear(one)), luminance(linear(other))]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const oklab = ([red, green, blue]: Rgb): Rgb => {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

export type Eye = 'normal' | 'protan' | 'deutan' | 'tritan'

/** Machado, Oliveira and Fernandes 2009, the full deficiency, in linear light. */
const cones: Readonly<Record<Eye, readonly [Rgb, Rgb, Rgb]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

const seen = (eye: Eye, [red, green, blue]: Rgb): Rgb => {
  const row = ([r, g, b]: Rgb): number => Math.min(1, Math.max(0, r * red + g * green + b * blue))
  const [first, second, third] = cones[eye]
  return [row(first), row(second), row(third)]
}

/** OKLab distance times 100; below 10 two colours are easily taken for each other. */
export const distance = (one: string, other: string, eye: Eye): number => {
  const a = oklab(seen(eye, linear(one)))
  const b = oklab(seen(eye, linear(other)))
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
