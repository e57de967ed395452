FROM python:3.11-slim
WORKDIR /app
COPY pyproject.toml constraints.txt README.md ./
COPY bot bot
COPY handlers handlers
COPY storage storage
COPY leads leads
COPY locales locales
RUN pip install --no-cache-dir -c constraints.txt . && useradd --create-home fairlead && install -d -o fairlead /data
USER fairlead
WORKDIR /data
ENV DATABASE_URL=sqlite+aiosqlite:////data/fairlead.db
VOLUME /data
CMD ["fairlead", "run"]
