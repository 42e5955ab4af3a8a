// Stands in for GitHub: releases in a folder, and the comments of pull requests.

import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const bot = { login: 'github-actions[bot]', type: 'Bot' };

export class Server {
  constructor(releases) {
    this.releases = releases;
    this.comments = [];
    this.downloads = [];
    this.requests = [];
    this.readOnly = false;
  }

  async start() {
    this.server = createServer((request, response) => {
      const parts = [];
      request.on('data', (part) => parts.push(part));
      request.on('end', () => {
        const { status, body } = this.answer(request, Buffer.concat(parts).toString('utf8'));
        response.writeHead(status);
        response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
      });
    });
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${this.server.address().port}`;
  }

  stop() {
    this.server.close();
  }

  answer(request, body) {
    const url = new URL(request.url, this.url);
    if (url.pathname.startsWith('/releases/')) return this.release(url.pathname);
    this.requests.push({ method: request.method, path: url.pathname, token: request.headers.authorization });
    if (request.headers.authorization !== 'Bearer the-token') return { status: 401, body: {} };
    if (url.pathname === '/user') return { status: 403, body: { message: 'Resource not accessible by integration' } };
    if (request.method === 'GET') return this.list(url);
    if (this.readOnly) return { status: 403, body: { message: 'Resource not accessible by integration' } };
    return this.write(request.method, url.pathname, JSON.parse(body).body);
  }

  release(path) {
    this.downloads.push(path.split('/').at(-1));
    const file = join(this.releases, normalize(path.slice('/releases/'.length)));
    return existsSync(file) ? { status: 200, body: readFileSync(file) } : { status: 404, body: {} };
  }

  list(url) {
    if (!/^\/repos\/shop\/shop\/issues\/\d+\/comments$/.test(url.pathname)) return { status: 404, body: {} };
    const size = Number(url.searchParams.get('per_page'));
    const page = Number(url.searchParams.get('page'));
    return { status: 200, body: this.comments.slice((page - 1) * size, page * size) };
  }

  write(method, path, body) {
    if (body.length > 65536) return { status: 422, body: { message: 'body is too long' } };
    if (method === 'POST' && path === '/repos/shop/shop/issues/7/comments') {
      const comment = this.add(bot, body);
      return { status: 201, body: comment };
    }
    const id = /^\/repos\/shop\/shop\/issues\/comments\/(\d+)$/.exec(path)?.[1];
    const comment = this.comments.find((one) => String(one.id) === id);
    if (method !== 'PATCH' || !comment) return { status: 404, body: {} };
    comment.body = body;
    return { status: 200, body: comment };
  }

  add(user, body) {
    const comment = { id: 1000 + this.comments.length, user, body };
    this.comments.push(comment);
    return comment;
  }
}
