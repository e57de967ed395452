"""The watchdog: notices what stands still, and tells the administrator."""
