import { Descriptor } from "./manifest.ts";

/** Gives each layer's share of all of them together, between 0 and 1. */
export function sharesOf(layers: Descriptor[]): number[] {
  const total = layers.reduce((sum, layer) => sum + layer.size, 0);
  return layers.map((layer) => total > 0 ? layer.size / total : 0);
}

/** How strongly a layer is drawn: the largest fully, the others less, but so that they can be seen. */
export function shade(share: number, shares: number[]): number {
  const most = Math.max(...shares);
  return most > 0 ? Math.round((0.35 + 0.65 * Math.sqrt(share / most)) * 100) / 100 : 0.35;
}
