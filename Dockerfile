# One target per container of docker-compose.yml. They share the layers with Node and the packages and differ only in
# the built app.

FROM node:26.10.0-bookworm-slim AS build
WORKDIR /app
ENV NX_DAEMON=false NX_TUI=false
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx nx run-many -t build

FROM node:26.10.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26.10.0-bookworm-slim AS runtime
# A new volume gets the owner of the folder on which it is first mounted.
RUN install --directory --owner=node --group=node --mode=0700 /data /data/files
WORKDIR /app
COPY package.json ./
COPY --from=packages /app/node_modules node_modules
# Limits the young generation as `npm start` does: 20 MB less memory per process for 10 % more CPU.
ENV NODE_ENV=production DATA_DIR=/data NODE_OPTIONS="--max-semi-space-size=4 --disable-warning=ExperimentalWarning"
USER node

# Mounts all volumes: creates keys before the other containers start, and runs backup and restore. Mounts none of
# them for an import, which sends commands.
FROM runtime AS init
USER root
RUN for folder in /scratch /volumes/keys /volumes/nats /volumes/auth /volumes/messaging /volumes/signaling \
      /volumes/diagnostics /volumes/gateway /volumes/coturn /volumes/caddy \
      /volumes/importer /volumes/files; do \
      install --directory --owner=node --group=node --mode=0700 "$folder"; \
    done
USER node
COPY --from=build /app/dist/apps/backup dist/apps/backup
COPY --from=build /app/dist/apps/import dist/apps/import
COPY --from=build /app/dist/apps/init dist/apps/init
CMD ["node", "dist/apps/init/main.js"]

FROM runtime AS auth
COPY --from=build /app/dist/apps/auth dist/apps/auth
CMD ["node", "dist/apps/auth/main.js"]

FROM runtime AS messaging
COPY --from=build /app/dist/apps/messaging dist/apps/messaging
CMD ["node", "dist/apps/messaging/main.js"]

FROM runtime AS signaling
COPY --from=build /app/dist/apps/signaling dist/apps/signaling
CMD ["node", "dist/apps/signaling/main.js"]

FROM runtime AS diagnostics
COPY --from=build /app/dist/apps/diagnostics dist/apps/diagnostics
CMD ["node", "dist/apps/diagnostics/main.js"]

FROM runtime AS gateway
COPY --from=build /app/dist/apps/web/browser dist/apps/web/browser
COPY --from=build /app/dist/apps/gateway dist/apps/gateway
CMD ["node", "dist/apps/gateway/main.js"]
