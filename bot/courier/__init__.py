"""The courier: brings what people see in Telegram into line with what is stored."""
