# The command with a browser: docker build --tag a11ycheck . How to run it is in docs/gates.md.
FROM python:3.13-slim-trixie AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY rulesets rulesets
COPY a11ycheck a11ycheck
RUN python -m venv /opt/a11ycheck \
    && /opt/a11ycheck/bin/pip install --no-cache-dir ".[captions,media,web]"

FROM python:3.13-slim-trixie
# Without fonts a browser draws boxes, and contrast is measured in what it draws.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        bubblewrap \
        chromium \
        fonts-dejavu-core \
        fonts-liberation \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home --uid 10001 a11ycheck
COPY --from=build /opt/a11ycheck /opt/a11ycheck
ENV PATH="/opt/a11ycheck/bin:$PATH" \
    LANG=C.UTF-8
USER 10001
WORKDIR /meeting
ENTRYPOINT ["a11ycheck"]
CMD ["--help"]
