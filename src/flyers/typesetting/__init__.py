"""Text fitted into designs."""
