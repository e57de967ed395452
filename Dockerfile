FROM python:3.11-slim
WORKDIR /app
COPY pyproject.toml constraints.txt README.md ./
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY leads leads
COPY locales locales
# the program belongs to root: whoever it runs as can read it and not change it
RUN pip install --no-cache-dir -c constraints.txt . \
    && useradd --uid 10001 --create-home fairlead \
    && install -d -o fairlead -m 0700 /data
USER 10001
WORKDIR /data
ENV DATABASE_URL=sqlite+aiosqlite:////data/fairlead.db
VOLUME /data
CMD ["fairlead", "run"]
