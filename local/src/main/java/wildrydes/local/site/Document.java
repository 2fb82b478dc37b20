package wildrydes.local.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One Markdown file of the project, as it is at the moment. */
record Document(Path file) implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer().send(exchange);
  }

  private Answer answer() throws IOException {
    try {
      return new Answer(200, "text/markdown; charset=utf-8", Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Answer.text(404, "There is no " + file.getFileName() + " beside this template.\n");
    }
  }
}
