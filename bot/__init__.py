"""The edge: Bot Framework, HTTP, storage. The only package that imports botbuilder, aiohttp or sqlalchemy."""
