/** Attributes whose text people see or hear. */
const seen = new Set(["aria-label", "alt", "title", "placeholder", "label", "hint", "submit", "description"]);
const letters = /\p{Letter}{2,}/u;

/** A rule for `deno lint`: what people read comes from the catalogue, never from a component. */
const plugin: Deno.lint.Plugin = {
  name: "catalogue",
  rules: {
    "no-literal-text": {
      create(context) {
        const refuse = (node: Deno.lint.Node, text: unknown) => {
          if (typeof text !== "string" || !letters.test(text)) return;
          context.report({ node, message: `"${text.trim()}" belongs into the catalogue (source/language)` });
        };
        return {
          JSXText(node) {
            refuse(node, node.value);
          },
          JSXExpressionContainer(node) {
            const inner = node.expression;
            const isAttribute = node.parent.type === "JSXAttribute";
            if (!isAttribute && inner.type === "Literal") refuse(node, inner.value);
          },
          JSXAttribute(node) {
            if (node.name.type !== "JSXIdentifier" || !seen.has(node.name.name)) return;
            if (node.value?.type === "Literal") refuse(node, node.value.value);
          },
        };
      },
    },
  },
};

export default plugin;
