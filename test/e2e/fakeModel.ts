/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run outside n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { listen } from '../support/emulator/server/listen';

/** A message of a chat, as the completions API of OpenAI has it. */
export interface Message {
  role: 'system' | 'user' | 'assistant' | 'tool';
  content: string | null;
  tool_calls?: unknown[];
}

/** What a model was asked. */
export interface Question {
  messages: Message[];
  tools: Array<{ function: { name: string; description: string; parameters: object } }>;
}

/** A language model that has nothing on its mind but the one tool that it is offered. */
export interface FakeModel {
  /** The base URL of its API. */
  readonly url: string;
  readonly questions: Question[];
  close(): Promise<void>;
}

/** Starts a model that calls its tool with the arguments that it is told in JSON, and then tells what came of it. */
export async function startFakeModel(): Promise<FakeModel> {
  const questions: Question[] = [];
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = (await json(request)) as Question;
    questions.push(question);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(completionOf(replyTo(question))));
  }
  const { port, close } = await listen((...exchange) => void answer(...exchange), 0, undefined);
  return { url: `http://127.0.0.1:${port}/v1`, questions, close };
}

function replyTo({ messages, tools }: Question): Message {
  const last = messages.at(-1);
  if (last?.role === 'tool') return { role: 'assistant', content: `The tool says: ${last.content}` };
  const call = { name: tools[0]?.function.name, arguments: last?.content };
  const calls = [{ id: 'call_1', type: 'function', function: call }];
  return { role: 'assistant', content: null, tool_calls: calls };
}

const completionOf = (message: Message) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 0,
  model: 'fake',
  choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
});
