// Loaded into n8n to keep its event loop busy, as other executions of the same process do: 30 of every 100 ms.
const busyMs = 30;
const everyMs = 100;

setInterval(() => {
  const endsAt = performance.now() + busyMs;
  while (performance.now() < endsAt);
}, everyMs).unref();
