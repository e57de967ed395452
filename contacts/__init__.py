"""Reading people's words: phones, names, territories, languages; and hiding them again.

What is read, masked and erased goes through one normaliser (`contacts.normal`), so that what one of them sees the
others see too. Nothing here knows a database or Telegram.
"""
