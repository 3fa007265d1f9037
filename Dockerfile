# One image for all processes of Relais; the command says which one runs.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The demonstration and its personas stay behind.
RUN npm run build && rm -rf dist/scripts && npm prune --omit=dev

FROM node:20-slim
# Temporal's client trusts the authorities of the system.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production
ENV HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# A volume that is mounted here belongs to whom the folder belongs to.
RUN install --directory --owner node /var/lib/relais/archive
USER node
EXPOSE 8400
CMD ["node", "dist/apps/api/main.js"]
