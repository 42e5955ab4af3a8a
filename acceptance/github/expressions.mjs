// The expressions of GitHub Actions, as far as action.yml uses them: names, texts, calls, ==, !=, !, &&, || and brackets.

const TOKEN = /\s*(?:('(?:[^']|'')*')|(&&|\|\||==|!=|[!().,])|([A-Za-z_][\w-]*))/y;

function tokens(source) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw new Error(`not an expression: ${source.slice(at)}`);
    if (match[1] !== undefined) found.push({ text: match[1].slice(1, -1).replaceAll("''", "'") });
    else if (match[2] !== undefined) found.push({ sign: match[2] });
    else found.push({ name: match[3] });
  }
  return found;
}

class Reader {
  constructor(source, context, functions) {
    Object.assign(this, { source, context, functions, rest: tokens(source), called: new Set() });
  }

  take(sign) {
    if (this.rest[0]?.sign !== sign) return false;
    this.rest.shift();
    return true;
  }

  whole() {
    const value = this.or();
    if (this.rest.length > 0) throw new Error(`more than an expression: ${this.source}`);
    return value;
  }

  or() {
    let value = this.and();
    while (this.take('||')) {
      const right = this.and();
      value = value || right;
    }
    return value;
  }

  and() {
    let value = this.equality();
    while (this.take('&&')) {
      const right = this.equality();
      value = value && right;
    }
    return value;
  }

  equality() {
    const left = this.unary();
    if (this.take('==')) return same(left, this.unary());
    if (this.take('!=')) return !same(left, this.unary());
    return left;
  }

  unary() {
    if (this.take('!')) return !this.unary();
    if (this.take('(')) {
      const value = this.or();
      this.require(')');
      return value;
    }
    const first = this.rest.shift();
    if (first?.text !== undefined) return first.text;
    if (first?.name === undefined) throw new Error(`a value is missing: ${this.source}`);
    return this.take('(') ? this.call(first.name) : this.member(first.name);
  }

  require(sign) {
    if (!this.take(sign)) throw new Error(`${sign} is missing: ${this.source}`);
  }

  call(name) {
    this.require(')');
    if (!(name in this.functions)) throw new Error(`unknown function ${name}`);
    this.called.add(name);
    return this.functions[name]();
  }

  member(name) {
    if (!(name in this.context)) throw new Error(`unknown context ${name}`);
    let value = this.context[name];
    while (this.take('.')) {
      const key = this.rest.shift()?.name;
      if (name === 'inputs' && !(key in value)) throw new Error(`unknown input ${key}`);
      value = value?.[key];
    }
    return value ?? '';
  }
}

const same = (left, right) => String(left).toLowerCase() === String(right).toLowerCase();

/** Text with ${{ … }} in it. */
export function interpolated(text, context, functions = {}) {
  return String(text).replace(/\$\{\{(.*?)\}\}/gs, (_, source) =>
    String(new Reader(source, context, functions).whole()),
  );
}

/** Whether a step runs: one that asks for no status runs only after success. */
export function condition(text, context, functions) {
  if (text === undefined) return functions.success();
  const source = String(text).replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const reader = new Reader(source, context, functions);
  const value = reader.whole();
  return Boolean(value) && (reader.called.size > 0 || functions.success());
}
