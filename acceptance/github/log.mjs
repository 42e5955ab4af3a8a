// What GitHub makes of the lines that a step prints.

const KNOWN = new Set([
  'error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state', 'set-env',
  'add-path', 'add-matcher', 'remove-matcher', 'echo', 'stop-commands',
]);

const unescapedData = (text) => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');

const unescapedProperty = (text) => unescapedData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));

function command(line) {
  const trimmed = line.trimStart();
  if (trimmed.startsWith('::')) {
    const end = trimmed.indexOf('::', 2);
    if (end >= 0) {
      const [name, ...rest] = trimmed.slice(2, end).split(' ');
      const properties = {};
      for (const property of rest.join(' ').split(',').filter(Boolean)) {
        const [key, ...value] = property.split('=');
        properties[key.trim()] = unescapedProperty(value.join('='));
      }
      return { name, properties, data: unescapedData(trimmed.slice(end + 2)) };
    }
  }
  const old = /##\[([^\]\s]*)[^\]]*\](.*)/.exec(line);
  return old && KNOWN.has(old[1]) ? { name: old[1], properties: {}, data: old[2] } : undefined;
}

/** The commands in a log that are obeyed, in order. */
export function obeyed(log) {
  const commands = [];
  let token;
  for (const line of log.split(/\r\n|\n|\r/)) {
    const found = command(line);
    if (token !== undefined) {
      if (found?.name === token) token = undefined;
    } else if (found?.name === 'stop-commands') {
      token = found.data;
    } else if (found && KNOWN.has(found.name)) {
      commands.push(found);
    }
  }
  if (token !== undefined) throw new Error('commands are stopped for good');
  return commands;
}
