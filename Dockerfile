# syntax=docker/dockerfile:1
# Migralint with its own runtime and git, for --since and --staged. Needs what mvn -Pdist package has made:
#   docker build -t migralint .
#   docker run --rm -v "$PWD:/data:ro" migralint check db/migration
FROM debian:13-slim

ARG VERSION=0.1.0

LABEL org.opencontainers.image.title="Migralint" \
      org.opencontainers.image.description="The static analyzer for SQL migrations" \
      org.opencontainers.image.source="https://github.com/migralint/migralint" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}"

# A mounted repository belongs to somebody else than the user in here; git reads it nevertheless, in this folder only.
RUN apt-get update \
 && apt-get install -y --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory /data \
 && groupadd --gid 10001 migralint \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin migralint

# Unpacked, not copied: the archive of loaded classes is bound to the times of the jars.
ADD cli/target/release/migralint-${VERSION}-linux-x64.tar.gz /opt/

RUN ln -s "/opt/migralint-${VERSION}/bin/migralint" /usr/local/bin/migralint

USER 10001:10001
WORKDIR /data
ENTRYPOINT ["migralint"]
CMD ["check", "."]
